export type { Context } from './context.ts'
export { audit, auditedTransaction } from './modules/admin/audit.ts'
export { resetPassword } from './modules/admin/reset-password.ts'
export { createStore, getStore, listStores } from './modules/admin/stores.ts'
export { verifyAudit } from './modules/admin/verify-audit.ts'
export { findImport, listImports } from './modules/data/import-jobs.ts'
export { listFormats } from './modules/data/list-formats.ts'
export { previewFile } from './modules/data/preview-file.ts'
export { readQuality } from './modules/data/read-quality.ts'
export { recoverImports } from './modules/data/recover-imports.ts'
export {
  type ImportHooks,
  type ImportRequest,
  resumeImport,
  runImport,
  startImport,
} from './modules/data/run-import.ts'
export { ImportFailure } from './modules/data/spool/import-failure.ts'
export { type CreateDemoResult, createDemo, type DemoProgress } from './modules/drills/demo/create-demo.ts'
export { runCohorts } from './modules/insight/run-cohorts.ts'
export { runFunnel } from './modules/insight/run-funnel.ts'
export { runQuery } from './modules/insight/run-query.ts'
export { openContext } from './open-context.ts'
export { ListenError, type Running, type ServeOptions, serve } from './serve.ts'
export { readSettings, type Settings } from './settings.ts'
export { BackupError, type BackupManifest, backup, restore } from './storage/backup/index.ts'
