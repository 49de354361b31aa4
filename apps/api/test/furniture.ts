import type { CreatedInvitation, Me, Membership, Role } from "@highwater/shared/team/contract";
import { type Answer, Client, cookieOf, type Key } from "./client.js";

export const password = "correct horse battery";

/** The team of every house. The owner founded it; the rest came by invitation. */
const members = {
  owner: { name: "Olga Owner", role: "owner" },
  admin: { name: "Amir Admin", role: "admin" },
  reviewer: { name: "Rosa Reviewer", role: "reviewer" },
  second: { name: "Sven Second", role: "reviewer" },
  third: { name: "Tao Third", role: "reviewer" },
  viewer: { name: "Vera Viewer", role: "viewer" },
} satisfies Record<string, { name: string; role: Role }>;

export type Who = keyof typeof members;
export type Furniture = Record<Who, Key>;

export const emailOf = (who: string) => `${who}@example.test`;

export function expectStatus<T>(answer: Answer<T>, status: number): T {
  if (answer.status !== status)
    throw new Error(`Expected ${status}, was answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Signs in over HTTP; the client returned sends the session's cookie. */
export async function signIn(url: string, email: string, secret = password): Promise<Client> {
  const answer = await new Client(url).post("/api/auth/sign-in/email", { email, password: secret });
  expectStatus(answer, 200);
  const cookie = cookieOf(answer.headers);
  const me = expectStatus(await new Client(url, { cookie }).get<Me>("/me"), 200);
  const { memberId = "" } = me.memberships[0] ?? {};
  return new Client(url, { cookie, email, memberId, name: me.user.name });
}

/** Sets a team up as its owner would, and has everybody come in by the door. */
export async function furnish(url: string, token: string, sample: boolean): Promise<Furniture> {
  const anonymous = new Client(url);
  const { name } = members.owner;
  expectStatus(
    await anonymous.post("/setup", {
      token,
      name,
      email: emailOf("owner"),
      password,
      teamName: "Tide Watch",
      sample,
    }),
    201,
  );
  const owner = await signIn(url, emailOf("owner"));
  const keys = { owner: keyOf(owner) } as Furniture;
  for (const who of Object.keys(members) as Who[]) {
    if (who === "owner") continue;
    await invite(owner, { ...members[who], email: emailOf(who) });
    keys[who] = keyOf(await signIn(url, emailOf(who)));
  }
  return keys;
}

/** By invitation, the only way into a team. */
export async function invite(owner: Client, who: { name: string; role: Role; email: string }) {
  const { role, ...account } = who;
  const { token } = expectStatus(
    await owner.post<CreatedInvitation>("/invitations", { role }),
    201,
  );
  const accepted = { token, ...account, password };
  const door = new Client(owner.url);
  return expectStatus(await door.post<Membership>("/invitations/accept", accepted), 201);
}

const keyOf = (client: Client): Key => ({
  cookie: client.cookie,
  memberId: client.memberId,
  name: client.name,
  email: client.email,
});
