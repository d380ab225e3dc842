#include "app/verbs.h"

int main(int argc, char** argv) { return bas::app::run(argc, argv); }
