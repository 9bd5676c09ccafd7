import { describeOnPostgres } from '../../support/describe-on-postgres.ts'
import { describeProgrammes } from './programme-behaviour.ts'

describeOnPostgres('programmes', describeProgrammes)
