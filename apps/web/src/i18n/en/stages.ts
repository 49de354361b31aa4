export const stages = {
  stage: "Stage",
  inbox: "Inbox",
  screening: "Screening",
  review: "Review",
  discussion: "Discussion",
  decided: "Decided",
};
