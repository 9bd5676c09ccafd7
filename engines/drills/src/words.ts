/** A sentence in both languages of the product. */
export type Words = { zh: string; en: string }

export const words = (zh: string, en: string): Words => ({ zh, en })
