import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import Ajv2020 from 'ajv/dist/2020.js';
import schema from 'schema';
import { request } from './start.js';

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });

// The plain set of renderers has none for objects in objects, so each member has a control of its own.
const control = (scope) => ({ type: 'Control', scope });
const controls = Object.entries(schema.properties).flatMap(([name, member]) =>
  member.properties === undefined
    ? [control(`#/properties/${name}`)]
    : Object.keys(member.properties).map((inner) => control(`#/properties/${name}/properties/${inner}`)),
);
const layout = { type: 'VerticalLayout', elements: controls };

function App() {
  const [data, setData] = useState(request);
  return <JsonForms schema={schema} uischema={layout} data={data} renderers={vanillaRenderers} cells={vanillaCells} ajv={ajv} onChange={(event) => setData(event.data)} />;
}

createRoot(document.getElementById('app')).render(<App />);
