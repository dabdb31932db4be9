package ai.therapysync.gateway.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
  @Test
  void everyNumberIsPossibleAndBelongsToOnePhone() {
    List<String> numbers = DemoPeople.phones().stream().map(DemoPhone::number).toList();
    assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    assertThat(numbers)
        .allMatch(
            number -> PhoneNumber.parse(number, "ZZ").equals(Optional.of(new PhoneNumber(number))));
    assertThat(DemoPeople.mailboxes())
        .allMatch(box -> EmailAddress.parse(box.address()).isPresent());
  }

  @Test
  void aishaIsOpenOvernightAndHerZoneExists() {
    DemoPerson aisha = DemoPeople.all().get(2);
    DemoPerson.Hours hours = aisha.config().hours().orElseThrow();
    BusinessHours business =
        new BusinessHours(
            Optional.of(new BusinessHours.Range(hours.start(), hours.end())),
            ZoneId.of(aisha.config().zone()));
    assertThat(business.isOpen(Instant.parse("2026-01-15T02:00:00Z"))).isTrue();
    assertThat(business.isOpen(Instant.parse("2026-01-15T12:00:00Z"))).isFalse();
  }

  @Test
  void householdsAreMadeOfPeopleWithAccounts() {
    Set<UUID> accounts = DemoPeople.all().stream().map(DemoPerson::id).collect(Collectors.toSet());
    accounts.addAll(DemoPeople.relatives().stream().map(DemoRelative::id).toList());
    assertThat(DemoPeople.households())
        .allMatch(house -> accounts.contains(house.primaryAccountHolder()))
        .allMatch(house -> house.members().stream().allMatch(m -> accounts.contains(m.userId())));
  }
}
