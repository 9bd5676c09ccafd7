suppressMessages(library(forecast)); options(digits=15)
j <- function(x) paste0("[",paste(formatC(as.numeric(x),digits=15,format="g"),collapse=","),"]")
out <- function(name, ...) { a <- list(...); cat(sprintf('"%s":{%s},\n', name, paste(sprintf('"%s":%s', names(a), a), collapse=","))) }
hw <- function(name, f) { p<-predict(f,12); out(name, alpha=j(f$alpha), beta=j(f$beta), gamma=j(f$gamma), sse=f$SSE, level=f$coefficients[1], trend=ifelse(is.na(f$coefficients["b"]),0,f$coefficients["b"]), ahead=j(p)) }
hw("airMult", HoltWinters(AirPassengers, seasonal="mult"))
hw("airAdd", HoltWinters(AirPassengers))
hw("airMultFixed", HoltWinters(AirPassengers, .3,.1,.2, seasonal="mult"))
hw("airAddFixed", HoltWinters(AirPassengers, .3,.1,.2))
hw("co2", HoltWinters(co2))
f<-HoltWinters(Nile,beta=FALSE,gamma=FALSE); out("nileSes", alpha=f$alpha, sse=f$SSE, level=f$coefficients[1])
e <- function(name,f) out(name, method=sprintf('"%s"',f$method), par=paste0("{",paste(sprintf('"%s":%.15g',names(f$par),f$par),collapse=","),"}"), logLik=f$loglik, aic=f$aic, aicc=f$aicc, ahead=j(forecast(f,12)$mean), season0=j(f$states[1,]))
for (m in c("ANN","AAN","AAA","MAM","MNM","ANA","MNN")) { e(paste0("air",m), ets(AirPassengers,model=m,damped=FALSE)) }
e("airMAdM", ets(AirPassengers)); e("airAAdN", ets(AirPassengers,model="AAN",damped=TRUE)); e("nileANN", ets(Nile,model="ANN")); e("nileMNN", ets(Nile)); e("co2MAdM",ets(co2))
out("theta", air=j(thetaf(AirPassengers,12)$mean), nile=j(thetaf(Nile,5)$mean))
out("decompose", mult=j(decompose(AirPassengers,"multiplicative")$figure), add=j(decompose(AirPassengers)$figure))
tr<-window(AirPassengers,end=c(1958,12)); te<-window(AirPassengers,start=c(1959,1))
acc<-function(name,m) {a<-accuracy(m,te); out(name, rmse=a[2,"RMSE"], mape=a[2,"MAPE"], mase=a[2,"MASE"], mean=j(if(is.list(m)&&!is.null(m$mean)) m$mean else m))}
acc("holdSnaive",snaive(tr,24)); fe<-ets(tr); acc("holdEts",forecast(fe,24)); e("holdEtsFit",fe); acc("holdTheta",thetaf(tr,24)); fh<-HoltWinters(tr,seasonal="mult"); acc("holdHw",forecast(fh,24)); hw("holdHwFit",fh)
a<-accuracy(naive(Nile)); out("naiveNile", rmse=a[,"RMSE"], mae=a[,"MAE"], mape=a[,"MAPE"])
a<-accuracy(rwf(AirPassengers,drift=TRUE,h=3)); out("driftAir", ahead=j(rwf(AirPassengers,drift=TRUE,h=3)$mean), rmse=a[,"RMSE"])
y<-c(0,0,5,0,0,0,3,0,0,0,0,4,0,2,0,0,6,0,0,0,1,0,0,2); out("croston", a01=croston(y,h=1)$mean[1], a02=croston(y,h=1,alpha=.2)$mean[1])
cat('"versions":{"R":"',R.version$version.string,'","forecast":"',as.character(packageVersion("forecast")),'"}\n',sep="")
