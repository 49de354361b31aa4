export const lab = {
  title: "Lab",
  lead: "Experiments on the team’s own judgement. They read what has been revealed and change no score.",
  back: "All experiments",
  experiments: {
    leniency: {
      name: "Reviewer leniency",
      asks: "Who marks gently, who marks hard, and would the ranking change without it?",
    },
    agreement: {
      name: "Agreement",
      asks: "On which criteria do reviewers mean the same by a 3?",
    },
    "trade-offs": {
      name: "Weights by trade-offs",
      asks: "Which weights follow from about twelve choices between two candidates?",
    },
    duel: {
      name: "Duel",
      asks: "Two at a time: which of the leaders would you back?",
    },
    strategy: {
      name: "Model strategy and cost",
      asks: "API, fine-tuning, a model of one’s own or a cascade: what costs least, and from when?",
    },
    claims: {
      name: "Claims",
      asks: "What was foretold, by when, and who foresaw it best?",
    },
    "self-test": {
      name: "Self-test of the rubric",
      asks: "Do these weights still say what the reference cases taught?",
    },
  },
  candidate: "Candidate",
  total: "Total",
  criterion: "Criterion",
  emptyTitle: "Nothing to compare yet",
  empty: "As soon as reviews are revealed, they are compared here.",
  more: "Only the {{count}} candidates revealed last are read.",
  leniency: {
    mine: {
      gentle: "You mark gently: {{levels}} levels above what others give the same candidates.",
      hard: "You mark hard: {{levels}} levels below what others give the same candidates.",
      even: "You mark as the others do, within {{levels}} of a level.",
    },
    mineOnly: "Only you are told this.",
    mineUnknown_one:
      "{{count}} of your reviews is revealed; from {{least}} on you learn here how gently you mark.",
    mineUnknown_other:
      "{{count}} of your reviews are revealed; from {{least}} on you learn here how gently you mark.",
    spread:
      "Reviewers differ by {{reviewers}} levels (standard deviation), single scores by another {{noise}}.",
    tooFew_one: "One reviewer has fewer than {{least}} reviews and counts as they mark.",
    tooFew_other: "{{count}} reviewers have fewer than {{least}} reviews and count as they mark.",
    shown: "Totals shown",
    raw: "Raw",
    adjusted: "Adjusted for leniency",
    moved: "Against raw",
    table: "The ranking",
  },
  agreement: {
    explained:
      "Krippendorff’s α for ordered levels: 1 is one voice, 0 is chance. From 0.80 on scores may be relied on, from 0.67 on with care.",
    empty: "Agreement needs candidates that two people reviewed, and their reveal.",
    table: "Agreement by criterion",
    reading: "Reading",
    units: "Candidates",
    scores: "Scores",
    is: {
      firm: "reliable",
      tentative: "with care",
      weak: "talk about the anchors",
      undefined: "all gave one level, or too few reviewed",
    },
  },
  choice: { equal: "Either", undo: "Undo the last answer" },
  tradeOffs: {
    question: "All else equal, which candidate would you rather have?",
    progress:
      "{{count}} answered; {{enough}} are enough. Others see your weights once they have answered too, never your answers.",
    higher_one: "{{name}}: one level higher",
    higher_other: "{{name}}: {{count}} levels higher",
    lower_one: "{{name}}: one level lower",
    lower_other: "{{name}}: {{count}} levels lower",
    weights: "Your weights",
    contradictions_one: "One answer does not fit the others:",
    contradictions_other: "{{count}} answers do not fit the others:",
    contradiction: "{{won}} ({{wonSteps}}) over {{lost}} ({{lostSteps}})",
    try: "Rank by these weights",
    group_one: "Nobody else has answered enough yet",
    group_other: "{{count}} members compared",
    groupTable: "Weights by member",
    member: "Member",
    mean: "Mean",
    apart: "Apart",
  },
  duel: {
    question: "Which would you back?",
    size: "Leaders that meet",
    progress_one: "One duel fought. Nobody else sees it, and no rank changes.",
    progress_other: "{{count}} duels fought. Nobody else sees them, and no rank changes.",
    order: "Your order",
    ranked: "ranked {{rank}}",
    sure: "{{share}} sure to beat the next",
    empty: "A duel needs two candidates in the team’s ranking.",
  },
};
