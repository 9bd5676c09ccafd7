import { parentPort } from 'node:worker_threads'
import { type ForecastRequest, forecastBatch } from '@zhanggui/forecast'

// Models are arithmetic for seconds, and the server must go on answering meanwhile.
parentPort?.on('message', (request: ForecastRequest) => {
  const [item] = forecastBatch([request])
  parentPort?.postMessage(item)
})
