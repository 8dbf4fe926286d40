// Who is measured, and how each is used: where its first field is, how one gets to the name of the transfer bucket, and
// what shows that it is wrong.

const FIELD = 'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])';
const BUCKET = '[id="field-obs_info-bucket_name"]';

export const CONTENDERS = {
  ours: {
    name: 'CTS Tracker Form',
    /** Not before the program has taken the place of what was there first. */
    field: 'main form input[type=radio]',
    running: '.announcer',
    line: BUCKET,
    error: '[id="field-obs_info-bucket_name-findings"] .finding.error',
    /** The text that would be sent. */
    body: '#preview-text',
    /** A mistake is shown once its line is left; it goes away while it is mended. */
    showsWhileTyping: false,
    async prepare(page) {
      await page.locator('.steps button').nth(2).click();
      await page.locator('[id="field-obs_info-bucket"]').check();
      await page.locator(BUCKET).fill('audit-logs');
    },
  },
  rjsf: {
    name: 'react-jsonschema-form with ajv',
    packages: ['@rjsf/core', '@rjsf/validator-ajv8', 'ajv', 'react'],
    field: FIELD,
    line: '#root_obs_info_bucket_name',
    error: '#root_obs_info_bucket_name__error',
    showsWhileTyping: true,
  },
  jsonforms: {
    name: 'JSON Forms with ajv',
    packages: ['@jsonforms/react', '@jsonforms/vanilla-renderers'],
    field: FIELD,
    line: '[id*="obs_info/properties/bucket_name"] input, input[id*="obs_info/properties/bucket_name"]',
    error: '.validation_error',
    showsWhileTyping: true,
  },
  'swagger-ui': {
    name: 'Swagger UI',
    packages: ['swagger-ui-dist'],
    field: '.opblock-body textarea, .opblock-body input',
  },
  rapidoc: {
    name: 'RapiDoc',
    packages: ['rapidoc'],
    field: 'api-request textarea, api-request input, textarea, input.request-param',
  },
};
