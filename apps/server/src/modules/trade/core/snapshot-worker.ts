import { workerData } from 'node:worker_threads'
import { takeSnapshot } from './take-snapshot.ts'

takeSnapshot(workerData)
