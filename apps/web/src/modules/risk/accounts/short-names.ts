/** Hashes are long and say nothing; the last digits tell one account from another. @example accountDigits('16527937210483613207') // '613207' */
export const accountDigits = (account: string): string => account.slice(-6)

/** As the trail writes a mark. @example markCode('a1b2c3d4…') // 'A1B2C3' */
export const markCode = (mark: string): string => mark.slice(0, 6).toUpperCase()
