package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The API's description is read and tried in a browser, under the same policy as all pages. */
final class ApiPagesTest {
  @Test
  void anOperationIsTriedFromThePage() {
    try (World world = World.brisk();
        Chromium chromium = Chromium.start()) {
      Someone maya = world.person("Maya", "+12025550191");
      String token = Client.token(maya.id, world.clock.instant().plusSeconds(3_600), Client.SECRET);
      Page page = chromium.desktop();
      page.navigate(world.url().resolve("/api/").toString());
      page.waitForSelector(".opblock");
      Chromium.picture(page, "api");
      assertThat(page.locator(".opblock").count())
          .isEqualTo(Description.of(world).operations().size());

      page.locator(".btn.authorize").first().click();
      page.locator(".auth-container input").fill(token);
      page.locator(".auth-btn-wrapper .authorize").click();
      page.locator(".auth-btn-wrapper .btn-done").click();
      page.locator("#operations-Caller-getMe .opblock-summary-control").click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try it out")).click();
      page.locator(".execute").click();
      page.waitForSelector(".live-responses-table");
      Chromium.picture(page, "api-tried");
      assertThat(page.locator(".live-responses-table").innerText()).contains("Maya Vale");
      assertThat(chromium.complaints).isEmpty();
    }
  }

  @Test
  void thePageAndTheDescriptionNeedNoLogin() {
    try (World world = World.brisk()) {
      var file = Browser.get(world.url().resolve("/api/openapi.yaml").toString());
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Type")).hasValue("application/yaml");
      var page = Browser.get(world.url().resolve("/api").toString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .doesNotContain("unsafe");
    }
  }
}
