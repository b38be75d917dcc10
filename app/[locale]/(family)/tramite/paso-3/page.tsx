import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("whereabouts");
export default familyPage("whereabouts");
