# The problems of digits.py by lm, as an R user would: a data frame of the columns, the intercept as R's own.
lines <- readLines(commandArgs(trailingOnly = TRUE)[1])
library <- paste0("R ", R.version$major, ".", R.version$minor, ", lm")
at <- 1
while (at <= length(lines)) {
  head <- strsplit(lines[at], " ")[[1]]
  m <- as.integer(head[2])
  numbers <- as.double(unlist(strsplit(lines[at + 1:m], " ")))
  rows <- matrix(numbers, nrow = m, byrow = TRUE)
  n <- ncol(rows) - 1
  data <- as.data.frame(rows)
  names(data) <- c(paste0("a", 1:n), "b")
  intercept <- all(rows[, 1] == 1)
  if (intercept) data$a1 <- NULL
  fit <- lm(if (intercept) b ~ . else b ~ . - 1, data)
  said <- function(what, x) {
    cat(head[1], "|", library, what, "|", if (length(x) < n || anyNA(x)) "refused" else sprintf("%.17g ", x), "\n", sep = "")
  }
  said("", coef(fit))
  said(", standard errors", suppressWarnings(summary(fit))$coefficients[, "Std. Error"])
  at <- at + m + 1
}
