// node engines/attribution/bench/attribution-bench.ts [--json] [--paths N] — how long a million different ways to the shop take.
import { execFileSync } from 'node:child_process'
import { createRng } from '@zhanggui/kernel'
import { ATTRIBUTION_SETTINGS, attribute } from '../src/attribute.ts'
import type { Journey } from '../src/journeys/journey.ts'

const at = process.argv.indexOf('--paths')
const PATHS = at < 0 ? 1_000_000 : Number(process.argv[at + 1])
const CHANNELS = [
  'search',
  'recommend',
  'content',
  'live',
  'activity',
  'private',
  'direct',
  'offsite',
  'ads',
  'affiliate',
  'kol',
  'brand',
]

/** One journey a person, of one to eight touches; one in twenty buys. Nothing is counted together beforehand. */
function journeys(): Journey[] {
  const rng = createRng('a million ways')
  return Array.from({ length: PATHS }, () => {
    const touches = Array.from({ length: 1 + rng.int(8) }, (_, i, all = 0) => ({
      channel: CHANNELS[rng.int(CHANNELS.length)] ?? '',
      ageDays: 30 - 3 * (i + all),
    }))
    const buys = rng.next() < 0.05
    return { touches, conversions: buys ? 1 : 0, paidCents: buys ? 5_000 + rng.int(30_000) : 0, nulls: buys ? 0 : 1 }
  })
}

/**
 * The peer: R's markov chain by hand in its own vector arithmetic, on as many paths drawn the same way: transition table, then one linear system for the
 * whole and one a channel: one of the seven models, and no money. In processor time, so that a busy machine does not count against either.
 * Null where R is not there.
 */
const PEER = `
set.seed(1); n <- as.integer(commandArgs(TRUE)[1]); k <- 12
len <- sample.int(8, n, TRUE); chan <- sample.int(k, sum(len), TRUE); buy <- runif(n) < 0.05
t0 <- sum(proc.time()[1:2])
id <- rep.int(seq_len(n), len); pos <- sequence(len)
same <- c(FALSE, chan[-1] == chan[-length(chan)] & id[-1] == id[-length(id)])
chan <- chan[!same]; id <- id[!same]
first <- !duplicated(id); last <- !duplicated(id, fromLast = TRUE)
from <- c(0L, chan[-length(chan)]); from[first] <- 0L
q <- matrix(tabulate(from * k + chan, (k + 1) * k), k + 1, k, byrow = TRUE)
b <- c(0, tabulate(chan[last][buy], k))
out <- c(n, tabulate(chan, k)); q <- q / out; b <- b / out
chance <- function(keep) { i <- c(1L, 1L + keep); m <- diag(length(i)); m[, -1] <- m[, -1] - q[i, keep]; solve(m, b[i])[1] }
all <- chance(seq_len(k)); effect <- 1 - sapply(seq_len(k), function(r) chance(setdiff(seq_len(k), r))) / all
cat(round(1000 * (sum(proc.time()[1:2]) - t0)))
`

function peer(): number | null {
  try {
    return Number(
      execFileSync('Rscript', ['-e', PEER, String(PATHS)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return null
  }
}

const given = journeys()
const [started, used] = [performance.now(), process.cpuUsage()]
const answer = attribute(given, ATTRIBUTION_SETTINGS)
const { user, system } = process.cpuUsage(used)
const clock = Math.round(performance.now() - started)
const ms = Math.round((user + system) / 1000)
const sum = answer.channels.reduce((total, c) => total + c.models.shapley.paidCents, 0)
if (sum !== answer.total.paidCents) throw new Error(`Shapley adds up to ${sum}, not to ${answer.total.paidCents}`)
const other = peer()
const results = [
  { id: 'attributionPaths', value: PATHS, unit: 'paths' },
  { id: 'attribution', value: clock, unit: 'ms' },
  { id: 'attribution.processor', value: ms, unit: 'ms' },
  ...(other === null ? [] : [{ id: 'attribution.processor.peer', value: other, unit: 'ms' }]),
]
const ratios =
  other === null || other === 0 ? [] : [{ id: 'attribution.processor', value: Number((ms / other).toFixed(2)) }]
if (process.argv.includes('--json')) console.log(JSON.stringify({ results, ratios }))
else for (const { id, value, unit } of results) console.log(id.padEnd(28), String(value).padStart(10), unit)
