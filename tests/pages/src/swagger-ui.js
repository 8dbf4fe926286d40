/* global SwaggerUIBundle */
SwaggerUIBundle({ url: 'openapi.json', dom_id: '#app', docExpansion: 'full', tryItOutEnabled: true });
