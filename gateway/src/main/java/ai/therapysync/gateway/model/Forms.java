package ai.therapysync.gateway.model;

import ai.therapysync.conversation.reply.AnswerForm;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.List;

/** An answer's form as the JSON schema that providers are asked for. */
final class Forms {
  private Forms() {}

  static ResponseFormat json(AnswerForm.Fields form) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name("answer").rootElement(element(form)).build())
        .build();
  }

  private static JsonSchemaElement element(AnswerForm form) {
    return switch (form) {
      case AnswerForm.Text(String about) -> JsonStringSchema.builder().description(about).build();
      case AnswerForm.OneOf(String about, List<String> words) ->
          JsonEnumSchema.builder().description(about).enumValues(words).build();
      case AnswerForm.Share(String about) -> JsonNumberSchema.builder().description(about).build();
      case AnswerForm.ListOf(String about, AnswerForm each) ->
          JsonArraySchema.builder().description(about).items(element(each)).build();
      case AnswerForm.Fields fields -> object(fields);
    };
  }

  private static JsonSchemaElement object(AnswerForm.Fields form) {
    JsonObjectSchema.Builder schema = JsonObjectSchema.builder().description(form.about());
    form.fields().forEach((name, field) -> schema.addProperty(name, element(field)));
    return schema.required(List.copyOf(form.fields().keySet())).additionalProperties(false).build();
  }
}
