import { test } from 'vitest'

// Figures that others published on data that cannot be had here. They stay listed, so that nobody takes silence for agreement.
test.skip('[R4] fable MinT figures of the tourism example (175.6 …, λ 0.103): its 80 × 5 residuals are not published', () => {})
test.skip('[R5] M4 quarterly and daily MASE of naive, seasonal naive, ETS and Theta: the M4 data is not shipped', () => {})
test.skip('[R6] M5 WRMSSE of naive 1.752, seasonal naive 0.847, Croston 0.957, SBA 0.957, TSB 0.961, ADIDA 0.955: the M5 data is not shipped', () => {})
test.skip('[R3] auto.arima rows: there is no ARIMA among the models', () => {})
