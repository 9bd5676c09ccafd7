export const CONTACT_CHANNELS = ['sms', 'push', 'wecom', 'community', 'call', 'email'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** A planned message to a group of people. */
export type Contact = { title: string; channel: ContactChannel; audience: string; people: number | null; at: string }
