/** The day that it is in the shop now. @example dayOfNow(new Date('2026-11-10T16:30:00Z'), 'Asia/Shanghai') // '2026-11-11' */
export const dayOfNow = (now: Date, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', {
    ...(timeZone === undefined ? {} : { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
