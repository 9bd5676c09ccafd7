import { createTestContext } from '../../support/test-context.ts'
import { describeErasing } from './erase-behaviour.ts'

describeErasing('the embedded fact engine', () => createTestContext())
