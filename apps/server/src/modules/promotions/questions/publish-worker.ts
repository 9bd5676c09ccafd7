import { parentPort, workerData } from 'node:worker_threads'
import { checkBeforePublishing, compileRules, findPipeline, TMALL_PARALLEL } from '@zhanggui/promotion'
import type { PublishAnswer, PublishRequest } from './publish-messages.ts'

if (!parentPort) throw new Error('publish-worker runs as a worker thread')
const { pipeline, rules, publish } = workerData as PublishRequest
const compiled = compileRules(findPipeline(pipeline) ?? TMALL_PARALLEL, rules)
if (!compiled.ok) throw new Error('rules are checked before they are searched')
const { findings, lowest } = checkBeforePublishing({ ...publish, ruleSet: compiled.value })
const answer: PublishAnswer = {
  findings,
  lowest: lowest.map(({ skuId, unitCents, cart, isComplete, line, received }) => {
    const ruleIds = [...new Set(line.cuts.map(({ ruleId }) => ruleId))]
    return { skuId, unitCents, cart, isComplete, ruleIds, receivedCents: received.unitCents }
  }),
}
parentPort.postMessage({ kind: 'publish', answer })
