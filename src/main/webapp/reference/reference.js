// The interactive API reference: everything comes from this server, nothing is kept.
window.addEventListener('DOMContentLoaded', () => {
  SwaggerUIBundle({
    url: '../openapi?format=JSON',
    dom_id: '#reference',
    deepLinking: true,
    persistAuthorization: false, // a credential stays in memory, never in the browser's storage
    validatorUrl: null,
    tryItOutEnabled: true,
  });
});
