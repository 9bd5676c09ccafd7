import { setTimeout as sleep } from 'node:timers/promises'

/** A batch that was sent: when, and how many events had been sent with it. */
export type SentBatch = { sentAtMs: number; events: number }

const TYPES = ['view', 'view', 'view', 'view', 'view', 'cart', 'favourite', 'search', 'order', 'pay']
const CHANNELS = ['搜索', '推荐', '直播', '直通车', '购物车']
const DEVICES = ['app', 'app', 'wap', 'pc']
const BATCHES_A_SECOND = 10

/** An event that happens as it is sent, like a live shop's; ids are unique over the run. */
function lineOf(n: number, at: string): string {
  const type = TYPES[n % TYPES.length]
  const money = type === 'order' || type === 'pay' ? `,"quantity":1,"amountCents":${990 + (n % 40) * 500}` : ''
  return `{"id":"e${n}","type":"${type}","at":"${at}","visitorId":"v${(n * 7919) % 200_003}","sessionId":"s${n >> 3}","itemId":"item${n % 1000}","channel":"${CHANNELS[n % 5]}","device":"${DEVICES[n % 4]}","page":"detail"${money}}`
}

function bodyOf(first: number, size: number): string {
  const at = new Date().toISOString()
  return Array.from({ length: size }, (_, i) => lineOf(first + i, at)).join('\n')
}

/**
 * Sends events at a steady rate, whatever the server's answers take: a shop's visitors do not wait either. Resolves once every
 * batch was answered. Errors: rejects when one was not accepted whole.
 */
export async function sendSteadily(
  url: string,
  { secret, rate, seconds }: { secret: string; rate: number; seconds: number },
): Promise<SentBatch[]> {
  const size = Math.round(rate / BATCHES_A_SECOND)
  const batches: SentBatch[] = []
  const answers: Promise<void>[] = []
  const startedAt = performance.now()
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/x-ndjson' }
  for (let n = 0; n < seconds * BATCHES_A_SECOND; n++) {
    const early = startedAt + (n * 1000) / BATCHES_A_SECOND - performance.now()
    if (early > 0) await sleep(early)
    const body = bodyOf(n * size, size)
    batches.push({ sentAtMs: performance.now(), events: (n + 1) * size })
    answers.push(post(url, { headers, body, size }))
  }
  await Promise.all(answers)
  return batches
}

async function post(url: string, sent: { headers: Record<string, string>; body: string; size: number }): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers: sent.headers, body: sent.body })
  const answer = (await response.json()) as { accepted?: number }
  if (answer.accepted !== sent.size) throw new Error(`intake answered ${response.status}: ${JSON.stringify(answer)}`)
}
