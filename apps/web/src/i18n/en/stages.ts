export const stages = {
  stage: "Stage",
  inbox: "Inbox",
  screening: "Screening",
  review: "Review",
  discussion: "Discussion",
  decided: "Decided",
  menu: "Stage: {{stage}}. Move it",
  moveTo: "Move to",
  moveNamed: "Move {{name}} to {{stage}}",
  moved: "{{name}} is now in {{stage}}",
};
