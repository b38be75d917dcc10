/** Where the reason for leaving ages out of a draft is bound to. */
export const blurWhyOf = (draftId: string): string => `balance_drafts|blur_why|${draftId}`;
