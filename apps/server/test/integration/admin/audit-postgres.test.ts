import { describeOnPostgres } from '../../support/describe-on-postgres.ts'
import { describeAudit } from './audit-behaviour.ts'

describeOnPostgres('the audit trail', describeAudit)
