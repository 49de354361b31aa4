import { useQuery, useSuspenseQueries } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { QuickMarks } from "../../features/reviews/quick-marks";
import { Meeting } from "../../features/rounds/meeting";
import { meetingQuery } from "../../features/rounds/queries";
import { rubricQuery } from "../../features/rubrics/queries";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";

export function MeetingPage() {
  const { id } = useParams({ from: "/t/$team/rounds/$id/meeting" });
  const { team, role, memberId } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  const [meeting, rubric] = useSuspenseQueries({ queries: [meetingQuery(id), rubricQuery()] });
  return (
    <Meeting
      viewer={{ team: team.slug, memberId, role, members }}
      meeting={meeting.data}
      criteria={rubric.data.criteria}
      marking={(candidateId, revealed) => (
        <Suspense>
          <QuickMarks
            key={candidateId}
            rubric={rubric.data}
            candidateId={candidateId}
            memberId={memberId}
            revealed={revealed}
          />
        </Suspense>
      )}
    />
  );
}
