/** Why something is refused or red: a word for programs, a sentence for people in both languages. */
export type Reason = { code: string; zh: string; en: string }

export const reason = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

/** Who did something, and when. */
export type Done = { at: string; by: string }
