// Every place of the page, in both languages, from all sides. Places are in `tests/support/places.ts`.
import { tours } from "../support/places.ts";
import { Reader } from "../support/reader.ts";
import { sweep } from "../support/sweep.ts";
import { test } from "../support/test.ts";
import type { Language } from "../support/words.ts";

// A tour has many places, and the machine may be busy.
test.describe.configure({ timeout: 120_000 });

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  test.describe(language, () => {
    // Without motion nothing is measured while it fades.
    test.use({ locale: language, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

    for (const { name, faults: expected, before, places } of tours) {
      test(`${language}: ${name}`, async ({ form, page, faults }) => {
        expected?.forEach((pattern) => faults.expect(pattern));
        form.language = language;
        const reader = await Reader.start(page);
        await before?.(page);
        await form.open();
        for (const { name: place, reach } of places) {
          await reach(form);
          await sweep(page, reader, place);
        }
      });
    }
  });
}
