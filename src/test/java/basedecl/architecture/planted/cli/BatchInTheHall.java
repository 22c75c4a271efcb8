package basedecl.architecture.planted.cli;

import org.springframework.batch.core.job.Job;

/** Planted: sees Spring Batch outside the jobs. */
record BatchInTheHall(Job job) {}
