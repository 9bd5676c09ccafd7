/** One server-sent event, as text: made once, written to every watcher. */
export type Message = { id: string; text: string }

/** JSON holds no bare line break, so one data line carries it. */
export const toMessage = (id: string, event: 'board' | 'change' | 'beat', data: unknown): Message => ({
  id,
  text: `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
})
