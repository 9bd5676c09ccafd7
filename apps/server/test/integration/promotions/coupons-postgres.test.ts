import { describeOnPostgres } from '../../support/describe-on-postgres.ts'
import { describeCoupons } from './coupon-behaviour.ts'

describeOnPostgres('coupons and budgets', describeCoupons)
