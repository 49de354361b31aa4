import { jest } from "@jest/globals";
import { screen } from "@testing-library/react";
import { renderInTeam } from "../../test/render";
import { refusal, serve } from "../../test/server";
import { SignInForm } from "./sign-in-form";

const nothing = () => undefined;

async function fill(user: Awaited<ReturnType<typeof renderInTeam>>["user"]) {
  await user.type(await screen.findByLabelText("E-mail"), "ada@example.com");
  await user.type(screen.getByLabelText("Password"), "not the password");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

test("a wrong password is told beside the field, and nothing typed is lost", async () => {
  serve({ "POST /api/auth/sign-in/email": refusal(401, "auth.invalid_email_or_password") });
  const { user } = await renderInTeam(<SignInForm onSignedIn={nothing} />);
  await fill(user);

  await screen.findByText("E-mail and password don't match. Check both and try again.");
  const password = screen.getByLabelText<HTMLInputElement>("Password");
  expect(password.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(password);
  expect(password.value).toBe("not the password");
  expect(screen.getByLabelText<HTMLInputElement>("E-mail").value).toBe("ada@example.com");
});

test("an address that is none is refused before it is sent, in Chinese too", async () => {
  const calls = serve({});
  const { user } = await renderInTeam(<SignInForm onSignedIn={nothing} />, { locale: "zh" });
  await user.type(await screen.findByLabelText("邮箱"), "ada");
  await user.click(screen.getByRole("button", { name: "登录" }));

  await screen.findByText("请填写邮箱地址，例如 name@example.com。");
  expect(calls).toEqual([]);
});

test("the right password signs in", async () => {
  serve({ "POST /api/auth/sign-in/email": { body: {} } });
  const signedIn = jest.fn();
  const { user } = await renderInTeam(<SignInForm onSignedIn={signedIn} />);
  await fill(user);
  expect(signedIn).toHaveBeenCalledTimes(1);
});
