/* Reads the description and shows it. A token stays in the page and is gone when it is closed. */
"use strict";

window.SwaggerUIBundle({
  url: "/api/openapi.yaml",
  dom_id: "#explorer",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
  validatorUrl: null,
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
});
