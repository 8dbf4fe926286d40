// What a screen reader gets to know: the tree that the browser makes for it, and what live regions say.
import type { CDPSession, Page } from "@playwright/test";

interface Node {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** An element as it is read out. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  readonly states: ReadonlyMap<string, unknown>;
  /** What it is in, from the inside to the outside. */
  readonly around: readonly Heard[];
}

/** What is said when one comes into it. */
const AROUND = new Set(["group", "radiogroup", "dialog", "alertdialog", "navigation", "main", "region", "banner", "form"]);
/** What nobody can use without a name. */
const NAMED = new Set([
  ...["button", "link", "textbox", "combobox", "listbox", "checkbox", "radio", "switch", "tab", "searchbox", "spinbutton"],
  ...["DisclosureTriangle", "progressbar", "dialog", "radiogroup", "region", "navigation", "heading", "menuitem"],
]);
/** What is said of an element besides role, name, value and description. A state that does not hold is not said. */
const STATES = ["level", "checked", "expanded", "pressed", "disabled", "required", "readonly", "invalid", "busy", "current"];

/** Writes down what live regions say, as screen readers take it: what comes into a region that was there before, and a new alert. */
function listen(): void {
  const regions = "[aria-live]:not([aria-live=off]), [role=status], [role=alert]";
  const said: string[] = [];
  Object.assign(window, { said });
  let known = new Set<Element>();
  const say = (node: globalThis.Node): void => {
    const words = node.textContent?.trim() ?? "";
    const isSeen = node instanceof Element ? node.checkVisibility() : node.parentElement?.checkVisibility();
    if (words !== "" && isSeen === true) said.push(words);
  };
  const look = (records: MutationRecord[]): void => {
    // What is put into something new is said with it.
    const fresh = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    const isWithin = (at: globalThis.Node | null): boolean => at !== null && (fresh.has(at) || isWithin(at.parentNode));
    for (const { target, addedNodes, type } of records.filter((record) => !isWithin(record.target))) {
      const at = target instanceof Element ? target : target.parentElement;
      const region = at?.closest(regions) ?? null;
      if (region !== null && known.has(region) && region.closest("[aria-busy=true]") === null) {
        (type === "characterData" ? [target] : [...addedNodes]).forEach(say);
      } else {
        for (const node of addedNodes) {
          if (node instanceof Element) [node, ...node.querySelectorAll("*")].filter((one) => one.matches("[role=alert]")).forEach(say);
        }
      }
    }
    known = new Set(document.querySelectorAll(regions));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

export class Reader {
  private before: readonly string[] = [];
  private taken = 0;

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Has to be called before the page is opened. */
  static async start(page: Page): Promise<Reader> {
    await page.addInitScript(listen);
    return new Reader(page, await page.context().newCDPSession(page));
  }

  /** Everything there is to read, in order. */
  all(): Promise<Heard[]> {
    return elements(this.session);
  }

  /** What is said at the element that has the focus: first what one comes into, then the element. */
  async focused(): Promise<string[]> {
    const focused = (await this.all()).filter(({ role, states }) => states.get("focused") === true && role !== "RootWebArea");
    const heard = focused.at(-1);
    if (heard === undefined) {
      return ["nothing has the focus"];
    }
    // A form without a name is no landmark.
    const isSaid = ({ role, name }: Heard): boolean => AROUND.has(role) && (role !== "form" || name !== "");
    const around = heard.around.filter(isSaid).map(phrase);
    const entered = around.filter((words) => !this.before.includes(words));
    this.before = [phrase(heard), ...around];
    return [...entered.reverse(), phrase(heard)];
  }

  /** What live regions said since this was asked last. */
  async said(): Promise<string[]> {
    const all = await this.page.evaluate(() => (window as unknown as { said: string[] }).said);
    const later = all.slice(this.taken);
    this.taken = all.length;
    return later;
  }
}

/** Role, name, value, states and description, as a line. */
export function phrase({ role, name, description, value, states }: Heard): string {
  const held = STATES.flatMap((state) => {
    const is = states.get(state);
    return is === undefined || is === false || is === "false" || is === "" ? [] : [is === true || is === "true" ? state : `${state} ${String(is)}`];
  });
  const words = [role, JSON.stringify(name), ...(value === "" ? [] : [`value ${JSON.stringify(value)}`]), ...held];
  return description === "" ? words.join(" ") : `${words.join(" ")} — ${description}`;
}

/** What is wrong in what there is to read: whatever can be operated or come into needs a name, and a mistake its words. */
export function unclear(heard: readonly Heard[]): string[] {
  return heard.flatMap((one) => {
    const wrong = one.states.get("invalid");
    const isWrong = wrong !== undefined && wrong !== "false" && wrong !== false;
    return [
      ...(NAMED.has(one.role) && one.name.trim() === "" ? [`no name: ${phrase(one)}`] : []),
      ...(isWrong && one.description === "" ? [`a mistake without words: ${phrase(one)}`] : []),
    ];
  });
}

/** The tree from the top to the end, each element before what is in it. */
async function elements(session: CDPSession): Promise<Heard[]> {
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: Node, around: readonly Heard[]): Heard[] => {
    const heard = {
      role: node.role?.value ?? "",
      name: node.name?.value ?? "",
      description: node.description?.value ?? "",
      value: String(node.value?.value ?? ""),
      states: new Map((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      around,
    };
    const inside = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const within = node.ignored ? around : [heard, ...around];
    return [...(node.ignored ? [] : [heard]), ...inside.flatMap((child) => read(child, within))];
  };
  return nodes.slice(0, 1).flatMap((root) => read(root, []));
}
