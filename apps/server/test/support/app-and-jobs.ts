/** What a test of another package needs to be a server of its own: the app, and what the server does by its clock. */
export { buildApp } from '../../src/app.ts'
export { TICK_JOBS } from '../../src/modules/live/tick-jobs.ts'
