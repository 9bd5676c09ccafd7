import { parentPort, workerData } from 'node:worker_threads'
import { type ForecastRequest, forecastBatch } from '@zhanggui/forecast'

// One answer, then the thread ends: models are arithmetic for seconds, and the server must go on answering meanwhile.
parentPort?.postMessage(forecastBatch(workerData as ForecastRequest[]))
