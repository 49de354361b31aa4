/** What stands in the Lab. Add an experiment here, its route to `routes/lab.ts`, its words to `lab.experiments`. */
export const experiments = [
  { name: "leniency", to: "/t/$team/lab/leniency" },
  { name: "agreement", to: "/t/$team/lab/agreement" },
  { name: "trade-offs", to: "/t/$team/lab/trade-offs" },
  { name: "duel", to: "/t/$team/lab/duel" },
  { name: "strategy", to: "/t/$team/lab/strategy" },
  { name: "claims", to: "/t/$team/lab/claims" },
  { name: "self-test", to: "/t/$team/lab/self-test" },
] as const;
