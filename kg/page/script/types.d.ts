/** What the page is given and what it makes of it; for the type checker and for readers, no code. */

interface NodeRow {
  id: number; label: string; iri: string; category: number; x: number; y: number;
  start?: number; end?: number; since?: string; until?: string;
  observed?: boolean; aliases?: string[]; status?: number; sameAs?: string[]; unverified?: boolean;
  details?: [string, string][]; sources?: string[];
  /** A name for where the label does not fit. */
  short?: string;
}

interface StatementRow {
  from: number; to: number; relation: number; origin: "release" | "reference" | "derived"; fact: string;
  start?: number; end?: number; since?: string; until?: string; observed?: boolean; status?: number;
  detail?: string; evidence?: number[]; sources?: string[]; rules?: string[]; confidence?: string; basis?: number;
}

interface Category { term: string; label: string; shape: string; colour: string; mark: number; group: string }
interface Named { term: string; label: string }
interface ReleaseRow { iri: string; title: string; issued?: string; publisher?: string; url?: string }
interface About {
  title: string; version: string; licence: string; newest: string | null; releases: number; leftOut: number; untold: number;
  focus?: number;
}

interface Data {
  nodes: NodeRow[]; edges: StatementRow[]; options: object; categories: Category[]; relations: Named[];
  statuses: Named[]; passages: [number, number, string][]; releases: ReleaseRow[]; about: About;
}

interface Model extends Data {
  /** The statements that touch each node. */
  touching: number[][];
  /** How many others each node is joined to. */
  degree: number[];
  /** Nodes by the name that addresses have for them, and back. */
  byKey: Map<string, number>; keys: string[];
  /** First and last day of the time axis. */
  firstDay: number; lastDay: number;
}

type Selected = { kind: "node"; id: number } | { kind: "link"; a: number; b: number } | null;
interface Path { from: number; to: number | null; avoid: number }

/** What lies on the ways between two things; links by the numbers of their ends. */
interface Ways { things: Set<number>; links: Set<string> }

interface State {
  view: "graph" | "timeline" | "matrix" | "list";
  offCategories: Set<number>; offRelations: Set<number>; offStatuses: Set<string>;
  since: number | null; until: number | null; undated: boolean;
  selected: Selected; focus: number | null; steps: 1 | 2; path: Path | null;
  /** How many things are drawn at most, the most important first; 0 draws all. */
  shown: number;
  matrix: string;
}

interface Link {
  a: number; b: number; statements: number[];
  derived: boolean; uncertain: boolean; denied: boolean; ended: boolean;
}

interface Shown {
  /** The filters that this comes from, as text: the same text, the same things and statements. */
  key: string;
  /** What the filters let through. */
  nodeOn: Uint8Array; statementOn: Uint8Array; nodeCount: number; statementCount: number;
  /** What of it the other views list: all of it, or in a focus what stands around that. */
  nodeListed: Uint8Array; statementListed: Uint8Array; listedNodes: number; listedStatements: number;
  /** What of it is drawn: places in the order of importance, and the links between them. */
  drawn: number[]; isDrawn: Uint8Array; links: Link[];
  /** In a focus, how many steps each drawn node is away. */
  ring: Map<number, number> | null;
}

interface Point { x: number; y: number }
interface Palette {
  ink: string; soft: string; paper: string; halo: string; link: string; strong: string; outline: string; dark: boolean;
}
interface Glyph { id: number; x: number; y: number; r: number; alpha: number; strong: boolean }
interface Line {
  link: Link; x1: number; y1: number; x2: number; y2: number; width: number; dash: number[]; alpha: number;
  strong: boolean;
}
interface Label { id: number; text: string; x: number; y: number; width: number; height: number; strong: boolean }
interface Scene { width: number; height: number; glyphs: Glyph[]; lines: Line[]; labels: Label[] }
interface Camera { x: number; y: number; scale: number; width: number; height: number }

interface Store {
  model: Model; state: State; shown: Shown;
  change(change: Partial<State>, quiet?: boolean): void;
  listen(listener: () => void): void;
}

declare namespace vis {
  class Network {
    constructor(container: HTMLElement, data: object, options: object);
    on(name: string, listener: (detail: any) => void): void;
    moveTo(view: object): void; getScale(): number; getViewPosition(): Point; redraw(): void; setData(data: object): void;
    body: any; canvas: any;
  }
}
