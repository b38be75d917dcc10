import type { ComponentProps } from "react";

interface ButtonProps extends ComponentProps<"button"> {
  /** Outlined, for what is not the way on. */
  plain?: boolean;
  /** Full width and tall, for a thumb. */
  large?: boolean;
}

const classes = (plain?: boolean, large?: boolean) =>
  ["button", plain && "plain", large && "large"].filter(Boolean).join(" ");

/** Sends the form it stands in. */
export function Button({ plain, large, ...button }: ButtonProps) {
  return <button type="submit" {...button} className={classes(plain, large)} />;
}

/** A link that looks like the way on. */
export function ButtonLink({
  plain,
  large,
  ...link
}: ComponentProps<"a"> & { plain?: boolean; large?: boolean }) {
  return <a {...link} className={classes(plain, large)} />;
}
