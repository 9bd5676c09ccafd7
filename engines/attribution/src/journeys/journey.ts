/** One place where somebody met the shop on the way: the channel, and how many days before the journey's end. */
export type Touch = { channel: string; ageDays: number }

/**
 * Everybody who came the same way, oldest touch first.
 * `conversions` are orders at the end of that way, `paidCents` what these paid, `nulls` people who came that way and did not buy.
 * A conversion without touches is one that nobody was seen on the way to.
 */
export type Journey = { touches: readonly Touch[]; conversions: number; paidCents: number; nulls: number }

/** The name under which conversions without touches are listed, so that channels always add up to everything. */
export const UNTRACKED = ''
