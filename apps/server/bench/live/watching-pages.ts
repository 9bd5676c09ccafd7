/** Open pages of the wall, as far as the server is concerned: each reads the stream and notes what it shows. */
export type WatchingPages = {
  /** Events that every page shows by now. */
  shown(): number
  close(): void
}

type Seen = (page: number, events: number, atMs: number) => void

/** The count of the day's events as a message carries it; enough to know what is on screen without reading the rest. */
const EVENTS = /"events":(\d+)[,}]/

async function read(response: Response, onEvents: (events: number) => void): Promise<void> {
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
  let buffer = ''
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    buffer += part
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const found = EVENTS.exec(buffer.slice(0, end))
      if (found) onEvents(Number(found[1]))
      buffer = buffer.slice(end + 2)
    }
  }
}

/** Opens the pages; `onShown` is called when one shows more events than before. */
export async function openPages(
  url: string,
  { cookie, pages, onShown }: { cookie: string; pages: number; onShown: Seen },
): Promise<WatchingPages> {
  const gone = new AbortController()
  const shown = new Array<number>(pages).fill(0)
  const responses = await Promise.all(
    shown.map(() => fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal: gone.signal })),
  )
  for (const [page, response] of responses.entries())
    void read(response, (events) => {
      if (events <= (shown[page] ?? 0)) return
      shown[page] = events
      onShown(page, events, performance.now())
    }).catch((cause: unknown) => {
      if (!gone.signal.aborted) throw cause
    })
  return { shown: () => Math.min(...shown), close: () => gone.abort() }
}
