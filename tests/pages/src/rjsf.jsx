import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import Form from '@rjsf/core';
import { customizeValidator } from '@rjsf/validator-ajv8';
import Ajv2020 from 'ajv/dist/2020.js';
import schema from 'schema';
import { request } from './start.js';

const validator = customizeValidator({ AjvClass: Ajv2020 });

function App() {
  const [data, setData] = useState(request);
  return <Form schema={schema} validator={validator} formData={data} onChange={(event) => setData(event.formData)} liveValidate showErrorList={false} />;
}

createRoot(document.getElementById('app')).render(<App />);
