/** What `?` shows. Add the row of a new shortcut here, and its words to `common.keys`. */
export const shortcutList = [
  {
    group: "anywhere",
    rows: [
      { keys: ["/", "⌘K"], says: "search" },
      { keys: ["N"], says: "newCandidate" },
      { keys: ["⌘V"], says: "paste" },
      { keys: ["G", "X"], says: "screen" },
      { keys: ["?"], says: "help" },
      { keys: ["Esc"], says: "escape" },
    ],
  },
  {
    group: "ranking",
    rows: [
      { keys: ["J", "K"], says: "row" },
      { keys: ["Space"], says: "peek" },
      { keys: ["Enter"], says: "open" },
      { keys: ["R"], says: "startReview" },
      { keys: ["X"], says: "tick" },
      { keys: ["C"], says: "compare" },
    ],
  },
  {
    group: "pipeline",
    rows: [
      { keys: ["J", "K"], says: "row" },
      { keys: ["X"], says: "select" },
      { keys: ["⇧X", "⇧↓"], says: "selectRange" },
      { keys: ["Enter"], says: "open" },
    ],
  },
  {
    group: "screening",
    rows: [
      { keys: ["R"], says: "toReview" },
      { keys: ["W"], says: "watch" },
      { keys: ["P"], says: "pass" },
      { keys: ["S"], says: "later" },
      { keys: ["E", "Tab"], says: "writeReason" },
      { keys: ["U", "⌘Z"], says: "undo" },
      { keys: ["O"], says: "site" },
    ],
  },
  {
    group: "candidate",
    rows: [
      { keys: ["R"], says: "startReview" },
      { keys: ["E"], says: "edit" },
    ],
  },
  {
    group: "review",
    rows: [
      { keys: ["0", "…", "5"], says: "score" },
      { keys: ["A"], says: "notAssessed" },
      { keys: ["Enter", "⇧Enter", "↓", "↑"], says: "nextCriterion" },
      { keys: ["E"], says: "writeReason" },
      { keys: ["W"], says: "takeWords" },
      { keys: ["C"], says: "cite" },
      { keys: ["⌘Enter"], says: "signOnly" },
      { keys: ["⌘⇧Enter"], says: "sign" },
      { keys: ["S"], says: "skip" },
    ],
  },
  {
    group: "meeting",
    rows: [
      { keys: ["0", "…", "5"], says: "score" },
      { keys: ["⌘Enter"], says: "signMarks" },
      { keys: ["I", "W", "P"], says: "castVote" },
      { keys: ["[", "]"], says: "agendaItem" },
      { keys: ["⇧R"], says: "revealAll" },
      { keys: ["⇧V"], says: "openVote" },
    ],
  },
] as const;
