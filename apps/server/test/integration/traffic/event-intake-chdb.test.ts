import { createTestContext } from '../../support/test-context.ts'
import { describeEventIntake } from './event-intake-behaviour.ts'

describeEventIntake('chDB', () => createTestContext())
