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
};
