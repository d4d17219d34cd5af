/** A file of the model: documents in their order, each with an id and a text. `version` stands for its stamp. */
export interface ModelFile {
  readonly version: number;
  readonly documents: readonly { readonly id: string; readonly text: string }[];
}

export interface ModelReport {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What the desk should hold, by the plainest rules: no batches, no transactions, everything looked at every time. */
export function createKnowledgeModel() {
  const files = new Map<string, ModelFile>();
  const indexed = new Map<string, number>();
  let held = new Map<string, { file: string; text: string }>();
  /** Removed by a person, until the file changes. */
  const dismissed = new Map<string, Set<string>>();

  return {
    files,
    held: () => held,
    remove(id: string): void {
      held.delete(id);
      for (const name of indexed.keys()) dismissed.get(name)?.add(id);
    },
    refresh(): ModelReport {
      const names = [...files.keys()].sort();
      const isUnchanged = (name: string) => files.has(name) && indexed.get(name) === files.get(name)?.version;
      const next = new Map([...held].filter(([, { file }]) => isUnchanged(file)));
      const claim = (name: string) => {
        for (const { id, text } of files.get(name)?.documents ?? []) {
          if (!next.has(id) && dismissed.get(name)?.has(id) !== true) next.set(id, { file: name, text });
        }
      };
      const unchanged = names.filter(isUnchanged);
      for (const name of names.filter((one) => !isUnchanged(one))) {
        dismissed.set(name, new Set());
        claim(name);
      }
      for (const name of unchanged) claim(name);
      indexed.clear();
      for (const [name, { version }] of files) indexed.set(name, version);

      const report = {
        added: [...next.keys()].filter((id) => !held.has(id)).length,
        changed: [...next].filter(([id, { file, text }]) => {
          const before = held.get(id);
          return before !== undefined && (before.file !== file || before.text !== text);
        }).length,
        removed: [...held.keys()].filter((id) => !next.has(id)).length,
      };
      held = next;
      return report;
    },
  };
}
