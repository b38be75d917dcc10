export { bulletin } from "@/lib/balances/bulletin/rules";
export { type Card, type CardLine, cardOf } from "@/lib/balances/card/rules";
