import {
  ActionIcon,
  type ActionIconProps,
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
} from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Native = Omit<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  keyof ButtonProps | keyof AnchorProps
> & {
  ref?: Ref<HTMLAnchorElement>;
};

const ButtonAsLink = (props: ButtonProps & Native) => <Button component="a" {...props} />;
const IconAsLink = (props: ActionIconProps & Native) => <ActionIcon component="a" {...props} />;
const AnchorAsLink = (props: AnchorProps & Native) => <Anchor {...props} />;

/** Mantine's looks with the router's typed `to`, `params` and `search`. */
export const LinkButton = createLink(ButtonAsLink);
export const LinkIcon = createLink(IconAsLink);
export const LinkAnchor = createLink(AnchorAsLink);
