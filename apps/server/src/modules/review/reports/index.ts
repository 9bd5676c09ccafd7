export { listReports } from './list-reports.ts'
export { makeReport } from './make-report.ts'
export { fileOf, reportFile } from './report-file.ts'
