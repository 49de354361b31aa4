import { useSuspenseQuery } from "@tanstack/react-query";
import { rubricQuery } from "../../features/rubrics/queries";
import { RubricView } from "../../features/rubrics/rubric-view";

export function RubricPage() {
  const { data: rubric } = useSuspenseQuery(rubricQuery());
  return <RubricView rubric={rubric} />;
}
