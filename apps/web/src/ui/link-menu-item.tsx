import { Menu, type MenuItemProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof MenuItemProps> & {
  ref?: Ref<HTMLAnchorElement>;
};

const ItemAsLink = (props: MenuItemProps & Native) => <Menu.Item component="a" {...props} />;

export const LinkMenuItem = createLink(ItemAsLink);
